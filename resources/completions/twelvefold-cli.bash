# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for bash, read from what the program's --help says, so that it is never out of date.

# Of a help on standard input: the commands, the options, and what an option takes, if anything.
_twelvefold_cli_commands() { awk '/^[A-Za-z]+:/ { part = tolower($1) } part == "subcommands:" && /^  [a-z]/ { print $1 }'; }
_twelvefold_cli_options() { grep -oE '^ +(-[a-z], *)?--[a-z-]+' | grep -oE -- '--[a-z-]+'; }
_twelvefold_cli_takes() { sed -nE "s/^ +(-[a-z], *)?$1 ([A-Z][^ ]*).*/\2/p"; }

_twelvefold_cli() {
    local program=$1 current=$2 before=$3 help word words takes= command=()
    help=$("$program" --help 2>/dev/null)
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        if grep -qxFe "$word" < <(_twelvefold_cli_commands <<<"$help"); then
            command+=("$word")
            help=$("$program" "${command[@]}" --help 2>/dev/null)
        fi
    done

    [[ $before == --* ]] && takes=$(_twelvefold_cli_takes "$before" <<<"$help")
    case $takes in
    *\{*) words=$(tr ',{}' ' ' <<<"${takes#*:}") ;;
    INT* | UINT* | FLOAT*) return ;;
    ?*) words= ;;
    *)
        if [[ $current == -* ]]; then
            words=$(_twelvefold_cli_options <<<"$help")
        else
            words=$(_twelvefold_cli_commands <<<"$help")
        fi
        ;;
    esac
    # Where no words are known, bash offers names of files.
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -o default -F _twelvefold_cli twelvefold-cli
