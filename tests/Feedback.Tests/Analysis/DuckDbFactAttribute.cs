namespace Feedback.Tests.Analysis;

/// <summary>A test that needs DuckDB. Where <c>make views</c> has not downloaded it, it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DuckDbFactAttribute : FactAttribute
{
    public DuckDbFactAttribute() => Skip = DuckDb.IsThere ? null : "There is no DuckDB here: make views downloads it.";
}
