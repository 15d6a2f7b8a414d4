/* Law 8: inputs that ask for more work than they are worth. */
#ifndef LAWS_BOUNDS_H
#define LAWS_BOUNDS_H

#include <stdbool.h>
#include <stddef.h>

/* Runs every case at 1 / `share` of its size, prints a line for each; true if all hold. */
bool bounds_hold(size_t share);

#endif
