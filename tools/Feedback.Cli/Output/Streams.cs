using System.Diagnostics.CodeAnalysis;

namespace Feedback.Cli.Output;

/// <summary>The console's streams; the only place that uses <see cref="Console"/>.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "A command line writes to the console.")]
internal static class Streams
{
    public static TextWriter Output => Console.Out;

    public static TextWriter Error => Console.Error;
}
