namespace Feedback.Cli.Usage;

/// <summary>
/// The completion script of each shell. It asks the program itself, by the <c>[suggest:POSITION]</c> directive of System.CommandLine, with
/// the line after the program's name.
/// </summary>
internal static class CompletionScripts
{
    private const string Bash = """
        _feedback() {
          local line=${COMP_LINE#* } position
          position=$((COMP_POINT - ${#COMP_LINE} + ${#line}))
          COMPREPLY=($(compgen -W "$(feedback "[suggest:$position]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -F _feedback feedback

        """;

    private const string Zsh = """
        #compdef feedback
        _feedback() {
          local line="${BUFFER#* }" position
          position=$((CURSOR - ${#BUFFER} + ${#line}))
          local -a found
          found=("${(@f)$(feedback "[suggest:$position]" "$line" 2>/dev/null)}")
          compadd -- $found
        }
        compdef _feedback feedback

        """;

    private const string Fish = """
        function __feedback_complete
            set -l line (string replace -r '^\S+\s' '' -- (commandline -cp))
            feedback "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c feedback -f -a '(__feedback_complete)'

        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName feedback -ScriptBlock {
            param($word, $ast, $cursor)
            $line = $ast.ToString() -replace '^\S+\s', ''
            $position = [Math]::Max(0, $cursor - $ast.ToString().Length + $line.Length)
            feedback "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;

    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "powershell"];

    public static string For(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        "powershell" => PowerShell,
        _ => throw new ArgumentOutOfRangeException(nameof(shell), shell, "There is no script for this shell."),
    };
}
