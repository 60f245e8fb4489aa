using System.Diagnostics;

namespace Feedback.Local.Processes;

/// <summary>Starts a program so that it ends when its parent does, even a parent that was killed.</summary>
internal static class ParentWatch
{
    // The shell becomes the program (same process id); a background reader of our end of the pipe sees the end of file when
    // we are gone. Linux's own death signal won't do: it fires when the thread that forked ends, and a pool thread does.
    // The reader ignores ^C, which the terminal sends to every process at once: it has to outlive us to do its work.
    private const string Watch =
        """exec 3<&0; (trap '' INT; read -r _ <&3; kill $$) >/dev/null 2>&1 </dev/null & exec "$0" "$@" 3<&- </dev/null""";

    public static ProcessStartInfo Over(string executable, IEnumerable<string> arguments) => OperatingSystem.IsWindows()
        ? new ProcessStartInfo(executable, arguments)
        : new ProcessStartInfo("/bin/sh", ["-c", Watch, executable, .. arguments]);
}
