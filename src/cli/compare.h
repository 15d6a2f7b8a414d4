/* One pair of versions, told. */
#ifndef CVD_CLI_COMPARE_H
#define CVD_CLI_COMPARE_H

#include "source.h"

/* Appends the report on the pair to cli->out; `several`: other pairs are told in the same run. Nothing
 * is appended where that fails. */
enum cvd_status cvd_compare_pair(struct cvd_cli *cli, const struct cvd_pair *pair, bool several,
				 struct cvd_error *error);

#endif
