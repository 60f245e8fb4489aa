using Feedback.Bench.Report;

namespace Feedback.Bench;

/// <summary>Something that <c>make bench</c> measures. A new one is a class of its own and a line in <see cref="EntryPoint"/>.</summary>
internal interface IMeasurement
{
    Task<IReadOnlyList<Row>> TakeAsync();
}
