#include "reader.h"
#include "lexicon.h"
#include "base/text.h"
#include <string.h>
bool cvd_header_add_table(struct cvd_reader *r, struct cvd_node *p, const struct cvd_block *t){(void)r;(void)p;(void)t;return false;}
bool cvd_header_add_definitions(struct cvd_reader *r, struct cvd_node *p, const struct cvd_block *t){(void)r;(void)p;(void)t;return false;}
void cvd_header_front(struct cvd_reader *r, const struct cvd_front *f, size_t n){(void)r;(void)f;(void)n;}
bool cvd_dates_find(struct cvd_arena *a, struct cvd_str t, size_t at, enum cvd_date_order o, struct cvd_date_span *s){
 for(size_t f=at; f<t.len; f++){ if(f>0 && !strchr(" (,|*[",t.ptr[f-1])) continue; if(t.ptr[f]==' '||t.ptr[f]=='(')continue;
  for(size_t e=t.len<f+60?t.len:f+60; e>f; e--){ if(e<t.len && !strchr(" ),|",t.ptr[e]))continue; if(t.ptr[e-1]==' '||t.ptr[e-1]==',')continue; if(cvd_date_range_read(a,cvd_str_sub(t,f,e),&s->range)){s->from=f;s->to=e;(void)o;return true;}}}
 return false;}
void cvd_dates_count_orders(struct cvd_str t, size_t *d, size_t *m){(void)t;(void)d;(void)m;}
