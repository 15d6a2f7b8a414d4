/*
 * Runs a command and writes its peak resident memory in KB to standard error, as getrusage tells it.
 * A small program does this because Linux counts the memory of the process that execs: started from
 * an interpreter, every command would seem as large as the interpreter.
 */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	struct rusage usage;
	pid_t child;
	int status;

	if (argc < 2) {
		fputs("usage: peak_memory COMMAND [ARGUMENT...]\n", stderr);
		return 2;
	}
	child = fork();
	if (child < 0) {
		perror("peak_memory: fork");
		return 2;
	}
	if (child == 0) {
		execvp(argv[1], argv + 1);
		perror(argv[1]);
		_exit(127);
	}
	if (wait4(child, &status, 0, &usage) < 0) {
		perror("peak_memory: wait4");
		return 2;
	}
	fprintf(stderr, "%ld\n", usage.ru_maxrss);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
}
