#include "reader.h"
#include "lexicon.h"
#include "base/text.h"
#include <string.h>
bool cvd_header_add_table(struct cvd_reader *r, struct cvd_node *p, const struct cvd_block *t){(void)r;(void)p;(void)t;return false;}
bool cvd_header_add_definitions(struct cvd_reader *r, struct cvd_node *p, const struct cvd_block *t){(void)r;(void)p;(void)t;return false;}
void cvd_header_front(struct cvd_reader *r, const struct cvd_front *f, size_t n){(void)r;(void)f;(void)n;}
