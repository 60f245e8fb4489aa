using Feedback.Bench.Report;

namespace Feedback.Bench;

/// <summary>A measurement of <c>make bench</c>. A new one is a class and a line in <see cref="EntryPoint"/>.</summary>
internal interface IMeasurement
{
    Task<IReadOnlyList<Row>> TakeAsync();
}
