/*
 * The words of dates: one table for all languages, sorted by bytes and searched by halves, so that a
 * language costs its rows and no time. A row is one word or several with single spaces between; it is
 * written as cvd_text_fold leaves it, with ' for every apostrophe.
 *
 * The rows that begin with a word stand together, the word alone first, then those that go on with a
 * space: a search finds the first, and the longest that the text goes on with wins. In East Asian
 * scripts, which set no spaces, the same is done with the first character for the word.
 */
#include "dates_words.h"

#include "base/text.h"

#include <string.h>

/* The longest word that is compared; no row has one so long. */
#define WORD_BYTES 64

struct row {
	const char *words;
	unsigned classes;
	int value;
};

#define MONTH CVD_DATE_MONTH
#define PRESENT CVD_DATE_PRESENT
#define TO_PRESENT CVD_DATE_TO_PRESENT
#define END_ONLY CVD_DATE_END_ONLY
#define SINCE CVD_DATE_SINCE
#define FROM CVD_DATE_FROM
#define RANGE_ONLY CVD_DATE_RANGE_ONLY
#define AFTER CVD_DATE_AFTER
#define RANGE CVD_DATE_RANGE
#define UNTIL CVD_DATE_UNTIL
#define CLOSE CVD_DATE_CLOSE
#define SKIP CVD_DATE_SKIP
#define ORDINAL CVD_DATE_ORDINAL
#define YEAR_UNIT CVD_DATE_YEAR_UNIT
#define MONTH_UNIT CVD_DATE_MONTH_UNIT
#define DAY_UNIT CVD_DATE_DAY_UNIT
#define AND CVD_DATE_AND
#define UNIT CVD_DATE_UNIT
#define SEASON CVD_DATE_SEASON
#define REST CVD_DATE_REST
#define QUARTER CVD_DATE_QUARTER
#define ERA CVD_DATE_ERA
#define FIRST CVD_DATE_FIRST
#define VETO CVD_DATE_VETO

/* clang-format off */
static const struct row rows[] = {
	{"a", RANGE, 0}, {"a atualidade", PRESENT, 0}, {"a finales de", REST, 0},
	{"a mediados de", REST, 0}, {"a partir de", SINCE, 0}, {"a principios de", REST, 0},
	{"ab", SINCE, 0}, {"about", REST, 0}, {"abr", MONTH, 4}, {"abril", MONTH, 4},
	{"act", PRESENT | END_ONLY, 0}, {"actual", PRESENT, 0}, {"actualidad", PRESENT, 0},
	{"actualmente", PRESENT, 0}, {"actuel", PRESENT, 0}, {"actuellement", PRESENT, 0},
	{"ad", RANGE, 0}, {"adesso", PRESENT, 0}, {"ago", MONTH, 8}, {"agora", PRESENT, 0},
	{"agosto", MONTH, 8}, {"ahora", PRESENT, 0}, {"aktuell", PRESENT, 0}, {"al", RANGE, 0},
	{"alla", RANGE, 0}, {"am", SKIP, 0}, {"an", UNIT, 0}, {"and", AND, 0},
	{"andauernd", PRESENT, 0}, {"anfang", REST, 0}, {"anni", UNIT, 0}, {"anno", UNIT, 0},
	{"année", UNIT, 0}, {"années", UNIT, 0}, {"ano", UNIT, 0}, {"anos", UNIT, 0},
	{"ans", UNIT, 0}, {"ansi", VETO, 0}, {"anticipated", REST, 0},
	{"anticipated graduation", REST, 0}, {"ao", RANGE, 0}, {"aout", MONTH, 8},
	{"août", MONTH, 8}, {"approx", REST, 0}, {"approximately", REST, 0}, {"apr", MONTH, 4},
	{"april", MONTH, 4}, {"aprile", MONTH, 4}, {"aprox", REST, 0}, {"aproximadamente", REST, 0},
	{"around", REST, 0}, {"attuale", PRESENT, 0}, {"attualmente", PRESENT, 0},
	{"atual", PRESENT, 0}, {"atualidade", PRESENT, 0}, {"atualmente", PRESENT, 0},
	{"até", RANGE | UNTIL, 0}, {"au", RANGE, 0}, {"aug", MONTH, 8}, {"august", MONTH, 8},
	{"augustus", MONTH, 8}, {"aujourd'hui", PRESENT, 0}, {"automne", SEASON, 0},
	{"autumn", SEASON, 0}, {"autumn term", SEASON, 0}, {"autunno", SEASON, 0},
	{"avr", MONTH, 4}, {"avril", MONTH, 4}, {"ay", SEASON, 0}, {"año", UNIT, 0},
	{"años", UNIT, 0},
	{"begin", REST, 0}, {"beginning of", REST, 0}, {"bis", RANGE | UNTIL, 0},
	{"bis zu", RANGE | UNTIL, 0}, {"bis zum", RANGE | UNTIL, 0},
	{"c", REST, 0}, {"ca", REST, 0}, {"ce jour", PRESENT, 0}, {"cerca de", REST, 0},
	{"chf", VETO, 0}, {"circa", REST, 0}, {"class of", REST, 0}, {"conclusão", REST, 0},
	{"conclusão prevista", REST, 0}, {"courant", REST, 0}, {"cur", PRESENT | END_ONLY, 0},
	{"curr", PRESENT | END_ONLY, 0}, {"current", PRESENT, 0}, {"currently", PRESENT, 0},
	{"cve", VETO, 0},
	{"d", UNIT, 0}, {"d'", FROM | RANGE_ONLY | SKIP, 0}, {"da", FROM | RANGE_ONLY | SKIP, 0},
	{"dag", UNIT, 0}, {"dagen", UNIT, 0}, {"dai", SINCE, 0}, {"dal", SINCE, 0},
	{"dall'", SINCE, 0}, {"dalla", SINCE, 0}, {"dallo", SINCE, 0},
	{"date", PRESENT | END_ONLY, 0}, {"dato", PRESENT, 0}, {"day", UNIT, 0}, {"days", UNIT, 0},
	{"de", FROM | RANGE_ONLY | SKIP, 0}, {"dec", MONTH, 12}, {"december", MONTH, 12},
	{"decembre", MONTH, 12}, {"del", FROM | RANGE_ONLY | SKIP, 0}, {"dell'", SKIP, 0},
	{"den", SKIP, 0}, {"depuis", SINCE, 0}, {"depuis le", SINCE, 0}, {"derzeit", PRESENT, 0},
	{"des", FROM | RANGE_ONLY | SKIP, 0}, {"desde", SINCE, 0}, {"desde el", SINCE, 0},
	{"dez", MONTH, 12}, {"dezember", MONTH, 12}, {"dezembro", MONTH, 12}, {"di", SKIP, 0},
	{"dia", UNIT, 0}, {"dias", UNIT, 0}, {"dic", MONTH, 12}, {"dicembre", MONTH, 12},
	{"diciembre", MONTH, 12}, {"din", VETO, 0}, {"do", FROM | RANGE_ONLY | SKIP, 0},
	{"du", FROM | RANGE_ONLY | SKIP, 0}, {"dès", SINCE, 0}, {"début", REST, 0},
	{"déc", MONTH, 12}, {"décembre", MONTH, 12}, {"día", UNIT, 0}, {"días", UNIT, 0},
	{"e", ORDINAL | AND, 0}, {"early", REST, 0}, {"eind", REST, 0}, {"el", SKIP, 0},
	{"el presente", PRESENT, 0}, {"em", SKIP, 0}, {"em andamento", PRESENT, 0},
	{"em curso", PRESENT, 0}, {"en", SKIP | AND, 0}, {"en cours", PRESENT, 0},
	{"en curso", PRESENT, 0}, {"en poste", PRESENT, 0}, {"end of", REST, 0}, {"ende", REST, 0},
	{"ene", MONTH, 1}, {"enero", MONTH, 1}, {"environ", REST, 0}, {"er", ORDINAL, 0},
	{"esperado", REST, 0}, {"estate", SEASON, 0}, {"estimada", REST, 0}, {"estimado", REST, 0},
	{"estimated", REST, 0}, {"estimé", REST, 0}, {"estimée", REST, 0}, {"et", AND, 0},
	{"etwa", REST, 0}, {"eur", VETO, 0}, {"exp", REST, 0}, {"expected", REST, 0},
	{"expected graduation", REST, 0},
	{"fall", SEASON, 0}, {"fall semester", SEASON, 0}, {"fall term", SEASON, 0},
	{"feb", MONTH, 2}, {"febbr", MONTH, 2}, {"febbraio", MONTH, 2}, {"feber", MONTH, 2},
	{"febrero", MONTH, 2}, {"februar", MONTH, 2}, {"februari", MONTH, 2},
	{"february", MONTH, 2}, {"fev", MONTH, 2}, {"fevereiro", MONTH, 2}, {"fevr", MONTH, 2},
	{"fevrier", MONTH, 2}, {"fim de", REST, 0}, {"fin", REST, 0}, {"final de", REST, 0},
	{"finales de", REST, 0}, {"fine", REST, 0}, {"fino a", RANGE | UNTIL, 0},
	{"fino al", RANGE | UNTIL, 0}, {"for", SKIP, 0}, {"fortlaufend", PRESENT, 0},
	{"from", FROM, 0}, {"frühjahr", SEASON, 0}, {"frühling", SEASON, 0}, {"fy", SEASON, 0},
	{"fév", MONTH, 2}, {"févr", MONTH, 2}, {"février", MONTH, 2},
	{"gbp", VETO, 0}, {"gegenwart", PRESENT, 0}, {"gegenwärtig", PRESENT, 0}, {"gen", MONTH, 1},
	{"genn", MONTH, 1}, {"gennaio", MONTH, 1}, {"geplant", REST, 0}, {"giorni", UNIT, 0},
	{"giorno", UNIT, 0}, {"giu", MONTH, 6}, {"giugno", MONTH, 6}, {"graduated", REST, 0},
	{"graduating", REST, 0}, {"graduation", REST, 0},
	{"h", QUARTER, 0}, {"halbjahr", QUARTER, 0}, {"half", QUARTER, 0},
	{"hasta", RANGE | UNTIL, 0}, {"hasta el", RANGE | UNTIL, 0}, {"heden", PRESENT, 0},
	{"herbst", SEASON, 0}, {"herfst", SEASON, 0}, {"heute", PRESENT, 0}, {"hiver", SEASON, 0},
	{"hj", QUARTER, 0}, {"hoje", PRESENT, 0}, {"hoy", PRESENT, 0}, {"huidig", PRESENT, 0},
	{"iec", VETO, 0}, {"ieee", VETO, 0}, {"il presente", PRESENT, 0}, {"im", SKIP, 0},
	{"in", SKIP, 0}, {"in corso", PRESENT, 0}, {"in progress", PRESENT, 0}, {"inizio", REST, 0},
	{"inverno", SEASON, 0}, {"invierno", SEASON, 0}, {"início de", REST, 0}, {"iso", VETO, 0},
	{"jaar", UNIT, 0}, {"jahr", UNIT, 0}, {"jahre", UNIT, 0}, {"jahren", UNIT, 0},
	{"jan", MONTH, 1}, {"janeiro", MONTH, 1}, {"januar", MONTH, 1}, {"januari", MONTH, 1},
	{"january", MONTH, 1}, {"janv", MONTH, 1}, {"janvier", MONTH, 1}, {"jaren", UNIT, 0},
	{"jetzt", PRESENT, 0}, {"jour", UNIT, 0}, {"jours", UNIT, 0}, {"jpy", VETO, 0},
	{"juil", MONTH, 7}, {"juill", MONTH, 7}, {"juillet", MONTH, 7}, {"juin", MONTH, 6},
	{"jul", MONTH, 7}, {"julho", MONTH, 7}, {"juli", MONTH, 7}, {"julio", MONTH, 7},
	{"july", MONTH, 7}, {"jun", MONTH, 6}, {"june", MONTH, 6}, {"junho", MONTH, 6},
	{"juni", MONTH, 6}, {"junio", MONTH, 6}, {"jusqu'au", RANGE | UNTIL, 0},
	{"jusqu'en", RANGE | UNTIL, 0}, {"jusqu'à", RANGE | UNTIL, 0}, {"jusque", RANGE | UNTIL, 0},
	{"jän", MONTH, 1}, {"jänner", MONTH, 1},
	{"kwartaal", QUARTER, 0},
	{"l'", SKIP, 0}, {"la actualidad", PRESENT, 0}, {"la fecha", PRESENT, 0}, {"late", REST, 0},
	{"laufend", PRESENT, 0}, {"le", SKIP, 0}, {"lente", SEASON, 0}, {"lopend", PRESENT, 0},
	{"lopende", PRESENT, 0}, {"lug", MONTH, 7}, {"luglio", MONTH, 7},
	{"m", UNIT, 0}, {"maand", UNIT, 0}, {"maanden", UNIT, 0}, {"maart", MONTH, 3},
	{"maerz", MONTH, 3}, {"mag", MONTH, 5}, {"magg", MONTH, 5}, {"maggio", MONTH, 5},
	{"mai", MONTH, 5}, {"maintenant", PRESENT, 0}, {"maio", MONTH, 5}, {"mar", MONTH, 3},
	{"march", MONTH, 3}, {"mars", MONTH, 3}, {"marzo", MONTH, 3}, {"março", MONTH, 3},
	{"may", MONTH, 5}, {"mayo", MONTH, 5}, {"meados de", REST, 0}, {"mediados de", REST, 0},
	{"medio", REST, 0}, {"mei", MONTH, 5}, {"mes", UNIT, 0}, {"mese", UNIT, 0},
	{"meses", UNIT, 0}, {"mesi", UNIT, 0}, {"metà", REST, 0}, {"mi", REST, 0}, {"mid", REST, 0},
	{"middle of", REST, 0}, {"mitte", REST, 0}, {"mnd", UNIT, 0}, {"mo", UNIT, 0},
	{"mois", UNIT, 0}, {"momento", PRESENT, 0}, {"momento atual", PRESENT, 0}, {"mon", UNIT, 0},
	{"monat", UNIT, 0}, {"monate", UNIT, 0}, {"monaten", UNIT, 0}, {"mons", UNIT, 0},
	{"month", UNIT, 0}, {"months", UNIT, 0}, {"mos", UNIT, 0}, {"mrt", MONTH, 3},
	{"mrz", MONTH, 3}, {"mth", UNIT, 0}, {"mths", UNIT, 0}, {"mär", MONTH, 3},
	{"märz", MONTH, 3}, {"mês", UNIT, 0},
	{"n", PRESENT | END_ONLY, 0}, {"najaar", SEASON, 0}, {"nd", ORDINAL, 0}, {"nel", SKIP, 0},
	{"no", VETO, 0}, {"nov", MONTH, 11}, {"november", MONTH, 11}, {"novembre", MONTH, 11},
	{"novembro", MONTH, 11}, {"noviembre", MONTH, 11}, {"now", PRESENT, 0}, {"nr", VETO, 0},
	{"nu", PRESENT, 0},
	{"o momento", PRESENT, 0}, {"o momento atual", PRESENT, 0}, {"o presente", PRESENT, 0},
	{"o presente momento", PRESENT, 0}, {"oct", MONTH, 10}, {"october", MONTH, 10},
	{"octobre", MONTH, 10}, {"octubre", MONTH, 10}, {"of", SKIP, 0}, {"oggi", PRESENT, 0},
	{"okt", MONTH, 10}, {"oktober", MONTH, 10}, {"ongeveer", REST, 0}, {"ongoing", PRESENT, 0},
	{"onward", AFTER, 0}, {"onwards", AFTER, 0}, {"otoño", SEASON, 0}, {"ott", MONTH, 10},
	{"ottobre", MONTH, 10}, {"out", MONTH, 10}, {"outono", SEASON, 0}, {"outubro", MONTH, 10},
	{"para", SKIP, 0}, {"per", SKIP, 0}, {"planned", REST, 0}, {"plz", VETO, 0},
	{"port", VETO, 0}, {"pour", SKIP, 0}, {"pres", PRESENT | END_ONLY, 0},
	{"present", PRESENT, 0}, {"present day", PRESENT, 0}, {"present time", PRESENT, 0},
	{"presente", PRESENT, 0}, {"presente momento", PRESENT, 0}, {"presently", PRESENT, 0},
	{"prevista", REST, 0}, {"previsto", REST, 0}, {"previsão", REST, 0},
	{"previsão de conclusão", REST, 0}, {"primavera", SEASON, 0}, {"principios de", REST, 0},
	{"printemps", SEASON, 0}, {"projected", REST, 0}, {"présent", PRESENT, 0},
	{"prévu", REST, 0}, {"prévue", REST, 0}, {"prévus", REST, 0},
	{"q", QUARTER, 0}, {"quartal", QUARTER, 0}, {"quarter", QUARTER, 0},
	{"r", YEAR_UNIT, 0}, {"rd", ORDINAL, 0}, {"rfc", VETO, 0}, {"rond", REST, 0},
	{"room", VETO, 0}, {"rub", VETO, 0},
	{"s", QUARTER, 0}, {"scheduled", REST, 0}, {"seit", SINCE, 0}, {"semaine", UNIT, 0},
	{"semaines", UNIT, 0}, {"semana", UNIT, 0}, {"semanas", UNIT, 0}, {"semestre", QUARTER, 0},
	{"sep", MONTH, 9}, {"sept", MONTH, 9}, {"september", MONTH, 9}, {"septembre", MONTH, 9},
	{"septiembre", MONTH, 9}, {"set", MONTH, 9}, {"setembro", MONTH, 9},
	{"setiembre", MONTH, 9}, {"sett", MONTH, 9}, {"settembre", MONTH, 9},
	{"settimana", UNIT, 0}, {"settimane", UNIT, 0}, {"since", SINCE, 0}, {"sinds", SINCE, 0},
	{"sino al", RANGE | UNTIL, 0}, {"sommer", SEASON, 0}, {"sommersemester", SEASON, 0},
	{"sose", SEASON, 0}, {"spring", SEASON, 0}, {"spring semester", SEASON, 0},
	{"spring term", SEASON, 0}, {"ss", SEASON, 0}, {"st", ORDINAL, 0}, {"summer", SEASON, 0},
	{"summer semester", SEASON, 0}, {"summer term", SEASON, 0},
	{"t", QUARTER, 0}, {"t m", RANGE, 0}, {"tag", UNIT, 0}, {"tage", UNIT, 0},
	{"tentative", REST, 0}, {"th", ORDINAL, 0}, {"the", SKIP, 0}, {"the present", PRESENT, 0},
	{"through", RANGE, 0}, {"thru", RANGE, 0}, {"til", RANGE, 0}, {"till", RANGE | UNTIL, 0},
	{"to", RANGE, 0}, {"to date", PRESENT | TO_PRESENT, 0},
	{"to this day", PRESENT | TO_PRESENT, 0}, {"today", PRESENT, 0}, {"tot", RANGE | UNTIL, 0},
	{"tot en met", RANGE, 0}, {"trimestre", QUARTER, 0},
	{"und", AND, 0}, {"until", RANGE | UNTIL, 0}, {"up to", RANGE, 0}, {"usd", VETO, 0},
	{"van", FROM | RANGE_ONLY | SKIP, 0}, {"vanaf", SINCE, 0}, {"verano", SEASON, 0},
	{"vers", REST, 0}, {"verwacht", REST, 0}, {"verwachte", REST, 0}, {"verão", SEASON, 0},
	{"vom", FROM | RANGE_ONLY, 0}, {"von", FROM | RANGE_ONLY, 0}, {"voorjaar", SEASON, 0},
	{"vorauss", REST, 0}, {"voraussichtl", REST, 0}, {"voraussichtlich", REST, 0},
	{"vrsl", REST, 0}, {"vsl", REST, 0},
	{"w", UNIT, 0}, {"week", UNIT, 0}, {"weeks", UNIT, 0}, {"weken", UNIT, 0},
	{"winter", SEASON, 0}, {"winter semester", SEASON, 0}, {"winter term", SEASON, 0},
	{"wintersemester", SEASON, 0}, {"wise", SEASON, 0}, {"wk", UNIT, 0}, {"wks", UNIT, 0},
	{"woche", UNIT, 0}, {"wochen", UNIT, 0}, {"ws", SEASON, 0},
	{"y", AND | UNIT, 0}, {"year", UNIT, 0}, {"years", UNIT, 0}, {"yr", UNIT, 0},
	{"yrs", UNIT, 0},
	{"zip", VETO, 0}, {"zomer", SEASON, 0},
	{"ª", ORDINAL, 0}, {"º", ORDINAL, 0}, {"à", RANGE, 0}, {"à partir de", SINCE, 0},
	{"ère", ORDINAL, 0}, {"été", SEASON, 0}, {"авг", MONTH, 8}, {"август", MONTH, 8},
	{"августа", MONTH, 8}, {"августе", MONTH, 8}, {"апр", MONTH, 4}, {"апреле", MONTH, 4},
	{"апрель", MONTH, 4}, {"апреля", MONTH, 4}, {"в", SKIP, 0}, {"весна", SEASON, 0},
	{"весной", SEASON, 0}, {"весны", SEASON, 0}, {"вплоть до", RANGE | UNTIL, 0},
	{"г", YEAR_UNIT | UNIT, 0}, {"гг", YEAR_UNIT, 0}, {"го", ORDINAL, 0},
	{"год", YEAR_UNIT | UNIT, 0}, {"года", YEAR_UNIT | UNIT, 0}, {"году", YEAR_UNIT, 0},
	{"годы", YEAR_UNIT, 0}, {"дек", MONTH, 12}, {"декабре", MONTH, 12}, {"декабрь", MONTH, 12},
	{"декабря", MONTH, 12}, {"день", UNIT, 0}, {"дней", UNIT, 0}, {"дня", UNIT, 0},
	{"до", RANGE | UNTIL, 0}, {"зима", SEASON, 0}, {"зимой", SEASON, 0}, {"зимы", SEASON, 0},
	{"и", AND, 0}, {"июл", MONTH, 7}, {"июле", MONTH, 7}, {"июль", MONTH, 7},
	{"июля", MONTH, 7}, {"июн", MONTH, 6}, {"июне", MONTH, 6}, {"июнь", MONTH, 6},
	{"июня", MONTH, 6}, {"кв", QUARTER, 0}, {"квартал", QUARTER, 0}, {"конец", REST, 0},
	{"конце", REST, 0}, {"лет", UNIT, 0}, {"лета", SEASON, 0}, {"лето", SEASON, 0},
	{"летом", SEASON, 0}, {"мае", MONTH, 5}, {"май", MONTH, 5}, {"мар", MONTH, 3},
	{"март", MONTH, 3}, {"марта", MONTH, 3}, {"марте", MONTH, 3}, {"мая", MONTH, 5},
	{"мес", UNIT, 0}, {"месяц", UNIT, 0}, {"месяца", UNIT, 0}, {"месяцев", UNIT, 0},
	{"н в", PRESENT, 0}, {"н вр", PRESENT, 0}, {"наст вр", PRESENT, 0},
	{"наст время", PRESENT, 0}, {"настоящего времени", PRESENT, 0},
	{"настоящего момента", PRESENT, 0}, {"настоящее время", PRESENT, 0},
	{"настоящий момент", PRESENT, 0}, {"начале", REST, 0}, {"начало", REST, 0},
	{"начиная с", SINCE, 0}, {"нв", PRESENT, 0}, {"недели", UNIT, 0}, {"недель", UNIT, 0},
	{"неделя", UNIT, 0}, {"ноя", MONTH, 11}, {"нояб", MONTH, 11}, {"ноябре", MONTH, 11},
	{"ноябрь", MONTH, 11}, {"ноября", MONTH, 11}, {"ожидаемый", REST, 0},
	{"ожидается", REST, 0}, {"около", REST, 0}, {"окт", MONTH, 10}, {"октябре", MONTH, 10},
	{"октябрь", MONTH, 10}, {"октября", MONTH, 10}, {"осени", SEASON, 0}, {"осень", SEASON, 0},
	{"осенью", SEASON, 0}, {"планируется", REST, 0}, {"по", RANGE, 0},
	{"полугодие", QUARTER, 0}, {"предположительно", REST, 0}, {"примерно", REST, 0},
	{"с", SINCE, 0}, {"сегодня", PRESENT, 0}, {"сегодняшний день", PRESENT, 0},
	{"сей день", PRESENT, 0}, {"сейчас", PRESENT, 0}, {"сен", MONTH, 9}, {"сент", MONTH, 9},
	{"сентябре", MONTH, 9}, {"сентябрь", MONTH, 9}, {"сентября", MONTH, 9},
	{"середина", REST, 0}, {"середине", REST, 0}, {"со", SINCE, 0},
	{"текущее время", PRESENT, 0}, {"текущий момент", PRESENT, 0}, {"фев", MONTH, 2},
	{"февр", MONTH, 2}, {"феврале", MONTH, 2}, {"февраль", MONTH, 2}, {"февраля", MONTH, 2},
	{"янв", MONTH, 1}, {"январе", MONTH, 1}, {"январь", MONTH, 1}, {"января", MONTH, 1},
	{"№", VETO, 0}, {"いま", PRESENT, 0}, {"から", AFTER | RANGE, 0}, {"か月", UNIT, 0},
	{"か月間", UNIT, 0}, {"ごろ", REST, 0}, {"まで", CLOSE, 0}, {"より", AFTER | RANGE, 0},
	{"カ月", UNIT, 0}, {"カ月間", UNIT, 0}, {"ケ月", UNIT, 0}, {"ヵ月", UNIT, 0}, {"ヵ月間", UNIT, 0},
	{"ヶ月", UNIT, 0}, {"ヶ月間", UNIT, 0}, {"上半年", SEASON, 0}, {"上半期", SEASON, 0}, {"上旬", REST, 0},
	{"上期", SEASON, 0}, {"下半年", SEASON, 0}, {"下半期", SEASON, 0}, {"下旬", REST, 0},
	{"下期", SEASON, 0}, {"个月", UNIT, 0}, {"中旬", REST, 0}, {"为止", CLOSE, 0}, {"予定", REST, 0},
	{"今", PRESENT, 0}, {"今日", PRESENT, 0}, {"从", FROM, 0}, {"代", REST, 0}, {"令和", ERA, 2018},
	{"以後", AFTER, 0}, {"以来", AFTER, 0}, {"以降", AFTER, 0}, {"修了予定", REST, 0}, {"修了見込", REST, 0},
	{"修了見込み", REST, 0}, {"個月", UNIT, 0}, {"元", FIRST, 1}, {"入社予定", REST, 0}, {"冬", SEASON, 0},
	{"冬季", SEASON, 0}, {"初", REST, 0}, {"初頭", REST, 0}, {"到", RANGE, 0}, {"前期", SEASON, 0},
	{"半期", QUARTER, 0}, {"卒業予定", REST, 0}, {"卒業見込", REST, 0}, {"卒業見込み", REST, 0},
	{"取得予定", REST, 0}, {"号", DAY_UNIT, 0}, {"周", UNIT, 0}, {"四半期", QUARTER, 0},
	{"在学中", PRESENT | TO_PRESENT, 0}, {"在籍中", PRESENT | TO_PRESENT, 0},
	{"在职", PRESENT | TO_PRESENT, 0}, {"在職", PRESENT | TO_PRESENT, 0},
	{"在職中", PRESENT | TO_PRESENT, 0}, {"在读", PRESENT | TO_PRESENT, 0}, {"夏", SEASON, 0},
	{"夏季", SEASON, 0}, {"大正", ERA, 1911}, {"大约", REST, 0}, {"天", UNIT, 0}, {"季度", QUARTER, 0},
	{"左右", REST, 0}, {"平成", ERA, 1988}, {"年", YEAR_UNIT | UNIT, 0}, {"年半", UNIT, 0},
	{"年間", UNIT, 0}, {"底", REST, 0}, {"度", REST, 0}, {"开始", AFTER, 0}, {"当前", PRESENT, 0},
	{"後期", SEASON, 0}, {"從", FROM, 0}, {"日", DAY_UNIT, 0}, {"日間", UNIT, 0}, {"明治", ERA, 1867},
	{"春", SEASON, 0}, {"春季", SEASON, 0}, {"春学期", SEASON, 0}, {"春學期", SEASON, 0},
	{"昭和", ERA, 1925}, {"月", MONTH_UNIT | UNIT, 0}, {"末", REST, 0}, {"止", CLOSE, 0},
	{"為止", CLOSE, 0}, {"现今", PRESENT, 0}, {"现在", PRESENT, 0}, {"現在", PRESENT, 0},
	{"現在に至る", PRESENT | TO_PRESENT, 0}, {"現職", PRESENT, 0}, {"由", FROM, 0}, {"當前", PRESENT, 0},
	{"目前", PRESENT, 0}, {"秋", SEASON, 0}, {"秋季", SEASON, 0}, {"秋学期", SEASON, 0},
	{"秋學期", SEASON, 0}, {"第", SKIP, 0}, {"約", REST, 0}, {"継続中", PRESENT | TO_PRESENT, 0},
	{"约", REST, 0}, {"自", SINCE, 0}, {"自从", SINCE, 0}, {"至", RANGE, 0},
	{"至今", PRESENT | TO_PRESENT, 0}, {"至现在", PRESENT | TO_PRESENT, 0},
	{"至現在", PRESENT | TO_PRESENT, 0}, {"號", DAY_UNIT, 0}, {"見込", REST, 0}, {"見込み", REST, 0},
	{"起", AFTER, 0}, {"迄", CLOSE, 0}, {"迄今", PRESENT | TO_PRESENT, 0}, {"週間", UNIT, 0},
	{"開始", AFTER, 0}, {"頃", REST, 0}, {"預計", REST, 0}, {"预计", REST, 0}, {"预计毕业", REST, 0},
	{"가을", SEASON, 0}, {"가을학기", SEASON, 0}, {"개월", UNIT, 0}, {"개월간", UNIT, 0},
	{"겨울", SEASON, 0}, {"경", REST, 0}, {"까지", CLOSE, 0}, {"년", YEAR_UNIT | UNIT, 0},
	{"년간", UNIT, 0}, {"말", REST, 0}, {"봄", SEASON, 0}, {"봄학기", SEASON, 0},
	{"부터", AFTER | RANGE, 0}, {"분기", QUARTER, 0}, {"상반기", SEASON, 0}, {"약", REST, 0},
	{"에서", RANGE, 0}, {"여름", SEASON, 0}, {"예정", REST, 0}, {"월", MONTH_UNIT, 0},
	{"이래", AFTER, 0}, {"이후", AFTER, 0}, {"일", DAY_UNIT | UNIT, 0},
	{"재직", PRESENT | TO_PRESENT, 0}, {"재직 중", PRESENT | TO_PRESENT, 0},
	{"재학", PRESENT | TO_PRESENT, 0}, {"재학 중", PRESENT | TO_PRESENT, 0}, {"졸업 예정", REST, 0},
	{"졸업예정", REST, 0}, {"주", UNIT, 0}, {"주간", UNIT, 0}, {"중순", REST, 0}, {"지금", PRESENT, 0},
	{"진행 중", PRESENT | TO_PRESENT, 0}, {"쯤", REST, 0}, {"초", REST, 0}, {"하반기", SEASON, 0},
	{"현재", PRESENT, 0},
};
/* clang-format on */

#define ROW_COUNT (sizeof rows / sizeof *rows)

const char *cvd_date_word_row(size_t index)
{
	return index < ROW_COUNT ? rows[index].words : NULL;
}

bool cvd_date_is_ideograph(uint32_t c)
{
	return (c >= 0x2e80 && c < 0xa000 && !(c >= 0x3000 && c <= 0x3004) &&
		!(c >= 0x3008 && c <= 0x3030) && c != 0x30fb) ||
	       (c >= 0xac00 && c < 0xd7b0) || (c >= 0xf900 && c < 0xfb00) ||
	       (c >= 0x20000 && c < 0x40000);
}

bool cvd_date_is_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == 0xaa || c == 0xba ||
	       (c >= 0xc0 && c < 0x2000 && c != 0xd7 && c != 0xf7) || c == 0x2116 ||
	       (c >= 0xa000 && c < 0xd800) || cvd_date_is_ideograph(c);
}

bool cvd_date_is_sign(uint32_t c)
{
	return c == '$' || c == '#' || c == '@' || c == '=' || c == '+' || c == '%' || c == '\\' ||
	       c == '^' || c == 0xa3 || c == 0xa5 || c == 0xb0 || c == 0x2030 ||
	       (c >= 0x20a0 && c <= 0x20cf);
}

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x2bc;
}

/* Case folding of the letters that the rows are written with. */
static uint32_t fold(uint32_t c)
{
	if ((c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7) ||
	    (c >= 0x410 && c <= 0x42f))
		return c + 0x20;
	if (c >= 0x400 && c <= 0x40f)
		return c + 0x50;
	return is_apostrophe(c) ? '\'' : c;
}

static bool is_combining(uint32_t c)
{
	return c >= 0x300 && c < 0x370;
}

static size_t put(char *out, uint32_t c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	out[0] = (char)(0xe0 | (c >> 12 & 0xf));
	out[1] = (char)(0x80 | (c >> 6 & 0x3f));
	out[2] = (char)(0x80 | (c & 0x3f));
	return 3;
}

/* A word of letters and inner apostrophes, folded. */
struct folded {
	char bytes[WORD_BYTES + 1];
	size_t len; /* of the bytes; 0: too long for any row */
	size_t text_len;
	size_t elision; /* of the bytes, up to and with the first apostrophe (`d'`); 0: none */
	size_t text_elision;
};

static void fold_word(struct cvd_arena *arena, struct cvd_str text, struct folded *word)
{
	bool combining = false;
	size_t at = 0;

	*word = (struct folded){0};
	while (at < text.len) {
		size_t next = at, behind;
		uint32_t c = cvd_utf8_next(text, &next);

		behind = next;
		if (is_apostrophe(c) && at && behind < text.len) {
			if (!cvd_date_is_letter(cvd_utf8_next(text, &behind)))
				break;
		} else if (!cvd_date_is_letter(c)) {
			break;
		}
		combining |= is_combining(c);
		at = next;
		if (at <= WORD_BYTES - 3 && c < 0x10000)
			word->len += put(word->bytes + word->len, fold(c));
		if (is_apostrophe(c) && !word->elision && at <= WORD_BYTES - 3)
			word->elision = word->len, word->text_elision = at;
	}
	word->text_len = at;
	if (at > WORD_BYTES - 3) {
		word->len = 0;
	} else if (combining) {
		struct cvd_str composed = cvd_text_fold(arena, cvd_str_sub(text, 0, at));

		word->elision = 0;
		word->len = composed.len < WORD_BYTES ? composed.len : 0;
		memcpy(word->bytes, composed.ptr, word->len);
	}
	word->bytes[word->len] = '\0';
}

/* As strncmp of the row and the bytes, which differ in their first bytes as a rule. */
static int compare(const char *row, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char a = (unsigned char)row[i], b = (unsigned char)bytes[i];

		if (a != b || !a)
			return a < b || !a ? -1 : 1;
	}
	return 0;
}

/* The first row that is not below the bytes. */
static size_t lower_bound(const char *bytes, size_t len)
{
	size_t low = 0, high = ROW_COUNT;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare(rows[middle].words, bytes, len) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Spaces, or one full stop or slash and spaces, between the words of a row. */
static size_t joint_length(struct cvd_str text)
{
	size_t at = text.len && (text.ptr[0] == '.' || text.ptr[0] == '/');

	while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\n'))
		at++;
	return at;
}

/* Bytes of the text that the further words of a row take, 0 if the text goes on otherwise. */
static size_t match_further(struct cvd_arena *arena, const char *further, struct cvd_str text)
{
	size_t at = 0;

	while (*further == ' ') {
		size_t len = strcspn(++further, " "), joint;
		struct folded word;

		joint = joint_length(cvd_str_sub(text, at, text.len));
		if (!joint)
			return 0;
		at += joint;
		fold_word(arena, cvd_str_sub(text, at, text.len), &word);
		if (word.len != len || memcmp(word.bytes, further, len) != 0)
			return 0;
		at += word.text_len;
		further += len;
	}
	return at;
}

static void take(struct cvd_date_word *word, const struct row *row, size_t len)
{
	*word = (struct cvd_date_word){row->classes, row->value, len};
}

static bool find_spaced(struct cvd_arena *arena, struct cvd_str text, const char *bytes, size_t len,
			size_t text_len, struct cvd_date_word *word)
{
	bool found = false;

	for (size_t i = lower_bound(bytes, len); i < ROW_COUNT; i++) {
		const char *words = rows[i].words;
		size_t further;

		if (compare(words, bytes, len) != 0 || (words[len] && words[len] != ' '))
			break;
		further = match_further(arena, words + len, cvd_str_sub(text, text_len, text.len));
		if (words[len] && !further)
			continue;
		if (!found || text_len + further > word->len)
			take(word, &rows[i], text_len + further);
		found = true;
	}
	return found;
}

/* Bytes of the text that the row takes, with any spaces for its spaces. */
static size_t match_unspaced(const char *words, struct cvd_str text)
{
	size_t at = 0;

	for (; *words; words++) {
		if (*words == ' ') {
			while (at < text.len && text.ptr[at] == ' ')
				at++;
		} else if (at == text.len || text.ptr[at++] != *words) {
			return 0;
		}
	}
	return at;
}

static bool find_unspaced(struct cvd_str text, size_t first_len, struct cvd_date_word *word)
{
	bool found = false;

	for (size_t i = lower_bound(text.ptr, first_len); i < ROW_COUNT; i++) {
		size_t len;

		if (compare(rows[i].words, text.ptr, first_len) != 0)
			break;
		len = match_unspaced(rows[i].words, text);
		if (len && (!found || len > word->len))
			take(word, &rows[i], len), found = true;
	}
	return found;
}

bool cvd_date_word_find(struct cvd_arena *arena, struct cvd_str text, struct cvd_date_word *word)
{
	size_t first = 0;
	struct folded folded;

	*word = (struct cvd_date_word){0};
	if (!text.len)
		return false;
	if (cvd_date_is_ideograph(cvd_utf8_next(text, &first))) {
		if (find_unspaced(text, first, word))
			return true;
		word->len = first;
		return false;
	}
	fold_word(arena, text, &folded);
	if (folded.len && find_spaced(arena, text, folded.bytes, folded.len, folded.text_len, word))
		return true;
	if (folded.elision &&
	    find_spaced(arena, text, folded.bytes, folded.elision, folded.text_elision, word))
		return true;
	word->len = folded.text_len;
	return false;
}
