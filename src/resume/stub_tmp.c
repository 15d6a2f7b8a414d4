#include "reader.h"
#include "lexicon.h"
#include "base/text.h"
#include <string.h>
struct cvd_words cvd_lexicon_words(struct cvd_arena *s, struct cvd_str t){struct cvd_words w={0}; if(cvd_lexicon_is_title(s,t))w.any|=1,w.last|=1; if(cvd_lexicon_is_degree(s,t))w.any|=2; if(cvd_lexicon_is_school(s,t))w.any|=4; return w;}
enum cvd_label cvd_lexicon_label(struct cvd_arena *s, struct cvd_str t){(void)s; if(cvd_str_equal_ascii_nocase(t,CVD_STR("company")))return CVD_LABEL_ORGANIZATION; if(cvd_str_equal_ascii_nocase(t,CVD_STR("period")))return CVD_LABEL_DATES; if(cvd_str_equal_ascii_nocase(t,CVD_STR("location")))return CVD_LABEL_LOCATION; return 0;}
size_t cvd_lexicon_joint(struct cvd_str t, size_t at, bool *m){*m=false; if(cvd_str_starts_with(cvd_str_sub(t,at,t.len),CVD_STR("at ")))return 2; if(cvd_str_starts_with(cvd_str_sub(t,at,t.len),CVD_STR("@ "))){*m=true;return 1;} return 0;}
bool cvd_lexicon_joint_is_weak(struct cvd_str t, size_t at){(void)t;(void)at;return false;}
bool cvd_header_add_table(struct cvd_reader *r, struct cvd_node *p, const struct cvd_block *t){(void)r;(void)p;(void)t;return false;}
bool cvd_header_add_definitions(struct cvd_reader *r, struct cvd_node *p, const struct cvd_block *t){(void)r;(void)p;(void)t;return false;}
void cvd_header_front(struct cvd_reader *r, const struct cvd_front *f, size_t n){(void)r;(void)f;(void)n;}
bool cvd_dates_find(struct cvd_arena *a, struct cvd_str t, size_t at, enum cvd_date_order o, struct cvd_date_span *s){
 for(size_t f=at; f<t.len; f++){ if(f>0 && !strchr(" (,|*[",t.ptr[f-1])) continue; if(t.ptr[f]==' '||t.ptr[f]=='(')continue;
  for(size_t e=t.len<f+60?t.len:f+60; e>f; e--){ if(e<t.len && !strchr(" ),|",t.ptr[e]))continue; if(t.ptr[e-1]==' '||t.ptr[e-1]==',')continue; if(cvd_date_range_read(a,cvd_str_sub(t,f,e),&s->range)){s->from=f;s->to=e;(void)o;return true;}}}
 return false;}
void cvd_dates_count_orders(struct cvd_str t, size_t *d, size_t *m){(void)t;(void)d;(void)m;}
bool cvd_lexicon_is_level(struct cvd_arena *s, struct cvd_str t){(void)s; return cvd_str_equal_ascii_nocase(t,CVD_STR("native"))||cvd_str_equal_ascii_nocase(t,CVD_STR("fluent"))||cvd_str_equal_ascii_nocase(t,CVD_STR("basic"));}
bool cvd_lexicon_is_language(struct cvd_arena *s, struct cvd_str t){(void)s;(void)t;return false;}
