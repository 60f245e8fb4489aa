namespace Feedback.EndToEnd.Tests.Browser;

/// <summary>A test that needs Chromium. Where there is none it is skipped, and counted neither as passed nor as failed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Executable is null
        ? "No chromium, chromium-browser or google-chrome is on PATH, and CHROMIUM names none: the page was not opened in a browser."
        : null;
}
