#compdef twelvefold-cli
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for zsh, read from what the program's --help says, so that it is never out of date.

local help word takes
local -a command commands options
local find_commands='/^[A-Za-z]+:/ { part = tolower($1) }
    part == "subcommands:" && /^  [a-z]/ { name = $1; $1 = ""; print name ":" substr($0, 2) }'

help=$($words[1] --help 2>/dev/null)
commands=(${(f)"$(awk $find_commands <<<$help)"})
for word in $words[2,CURRENT-1]; do
    if (( $commands[(I)$word:*] )); then
        command+=$word
        help=$($words[1] $command --help 2>/dev/null)
        commands=(${(f)"$(awk $find_commands <<<$help)"})
    fi
done

[[ $words[CURRENT-1] == --* ]] &&
    takes=$(sed -nE "s/^ +(-[a-z], *)?${words[CURRENT-1]} ([A-Z][^ ]*).*/\2/p" <<<$help)
case $takes in
*\{*) compadd - ${(s:,:)${${takes#*\{}%\}*}} ;;
INT*|UINT*|FLOAT*) ;;
?*) _files ;;
*)
    if [[ $words[CURRENT] == -* ]]; then
        options=(${(f)"$(grep -oE '^ +(-[a-z], *)?--[a-z-]+' <<<$help | grep -oE -- '--[a-z-]+')"})
        compadd -a options
    elif (( $#commands )); then
        _describe command commands
    else
        _files
    fi
    ;;
esac
