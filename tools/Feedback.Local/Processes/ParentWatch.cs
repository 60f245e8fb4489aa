using System.Diagnostics;

namespace Feedback.Local.Processes;

/// <summary>Starts a program so that it ends when its parent does, even if the parent is killed.</summary>
internal static class ParentWatch
{
    // The shell becomes the program (same process id); a background reader of the pipe sees the end of file when the parent ends. Linux's
    // parent-death signal won't do: it fires when the thread that forked ends, and pool threads do. The reader ignores Ctrl-C, which the
    // terminal sends to every process of the group, because it has to outlive the parent.
    private const string Watch =
        """exec 3<&0; (trap '' INT; read -r _ <&3; kill $$) >/dev/null 2>&1 </dev/null & exec "$0" "$@" 3<&- </dev/null""";

    public static ProcessStartInfo Over(string executable, IEnumerable<string> arguments) => OperatingSystem.IsWindows()
        ? new ProcessStartInfo(executable, arguments)
        : new ProcessStartInfo("/bin/sh", ["-c", Watch, executable, .. arguments]);
}
