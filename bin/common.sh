# Sourced by the launchers and by tests: what a program gets from them, however their own shell was started.

# Java reads arguments and file names by the locale, and cron gives none: Chinese names need one with UTF-8.
utf8_locale() {
  command -v locale >/dev/null 2>&1 || { export LC_ALL="${LC_ALL:-C.UTF-8}"; return; }
  [ "$(locale charmap 2>&1)" = UTF-8 ] && return
  local name
  for name in C.UTF-8 C.utf8 en_US.UTF-8 $(locale -a 2>/dev/null | grep -i 'utf-\{0,1\}8$' || true); do
    if [ "$(LC_ALL=$name locale charmap 2>&1)" = UTF-8 ]; then
      export LC_ALL="$name"
      return
    fi
  done
}
utf8_locale

# A shell starts what it puts in the background with SIGINT ignored, which children inherit and Java cannot undo: a run
# must be stoppable by it. SIGHUP stays as it is: who says nohup means it.
signals=()
default_signals() {
  if env --default-signal=INT,TERM >/dev/null 2>&1; then
    signals=(env --default-signal=INT,TERM)
  elif command -v perl >/dev/null 2>&1; then
    # shellcheck disable=SC2016
    signals=(perl -e '$SIG{INT} = $SIG{TERM} = "DEFAULT"; exec { $ARGV[0] } @ARGV or die "$ARGV[0]: $!\n"')
  elif command -v python3 >/dev/null 2>&1; then
    signals=(python3 -c 'import os, signal, sys
for it in (signal.SIGINT, signal.SIGTERM): signal.signal(it, signal.SIG_DFL)
os.execvp(sys.argv[1], sys.argv[1:])')
  fi
}

# Becomes a program with private files and the signals of a program in the foreground.
become() {
  default_signals
  umask 077
  exec ${signals[@]+"${signals[@]}"} "$@"
}

# A night must not wait for Maven, nor fail without it, because somebody touched a template: what is built is used until
# somebody asks for another.
wants_build() {
  [ ! -f "$1" ] || [ "${ARREARS_BUILD:-}" = 1 ]
}

# Says in one line that a jar is older than its sources: NAME JAR SOURCE...
tell_if_older() {
  local name=$1 jar=$2 newer
  shift 2
  newer=$(find "$@" -newer "$jar" -type f -print -quit 2>/dev/null || true)
  [ -z "$newer" ] || echo "$name: built before $newer was changed; ARREARS_BUILD=1 builds it anew" >&2
}

# Builds a jar with Maven: NAME ROOT JAR MAVEN_ARGUMENT...
build() {
  local name=$1 root=$2 jar=$3
  shift 3
  if ! command -v mvn >/dev/null 2>&1; then
    echo "$name: no Maven found to build it: install Maven 3.6.3 or newer" >&2
    return 1
  fi
  echo "$name: building, which takes a minute or more ..." >&2
  local log=$root/target/build.log
  mkdir -p "$root/target" || return 1
  if ! (cd "$root" && mvn -B -q -Dquick "$@" package >"$log" 2>&1); then
    echo "$name: the build failed; the end of $log:" >&2
    tail -n 20 "$log" >&2
    return 1
  fi
  touch "$jar" # Maven leaves an unchanged jar as old as it was
}
