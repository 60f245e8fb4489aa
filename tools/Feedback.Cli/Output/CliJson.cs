using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Feedback.Cli.Backtest;
using Feedback.Cli.Commands;
using Feedback.Cli.Dashboards;
using Feedback.Cli.DeadLetters;
using Feedback.Cli.Demo;
using Feedback.Cli.Doctor;
using Feedback.Cli.Explaining;
using Feedback.Cli.Policies;
using Feedback.Cli.Replay;
using Feedback.Cli.Report;
using Feedback.Cli.Simulation.Account;
using Feedback.Cli.Simulation.AngryMailbox;
using Feedback.Cli.Simulation.Month;
using Feedback.Cli.Simulation.Scale;
using Feedback.Cli.Status;
using Feedback.Cli.Suppressions;
using Feedback.Cli.Wiring;

namespace Feedback.Cli.Output;

/// <summary>The serializer of all <c>--json</c> documents.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<EntityDocument>))]
[JsonSerializable(typeof(IReadOnlyList<HistoryDocument>))]
[JsonSerializable(typeof(ActionDocument))]
[JsonSerializable(typeof(DoctorDocument))]
[JsonSerializable(typeof(IReadOnlyList<DeadLetterDocument>))]
[JsonSerializable(typeof(IReadOnlyList<RedriveDocument>))]
[JsonSerializable(typeof(ExplainDocument))]
[JsonSerializable(typeof(PolicyDocument))]
[JsonSerializable(typeof(IReadOnlyList<CheckDocument>))]
[JsonSerializable(typeof(IReadOnlyList<ChangedDocument>))]
[JsonSerializable(typeof(ShowDocument))]
[JsonSerializable(typeof(EntryDocument))]
[JsonSerializable(typeof(StatsDocument))]
[JsonSerializable(typeof(EraseDocument))]
[JsonSerializable(typeof(ImportDocument))]
[JsonSerializable(typeof(ExportDocument))]
[JsonSerializable(typeof(DifferenceDocument))]
[JsonSerializable(typeof(SyncDocument))]
[JsonSerializable(typeof(IReadOnlyList<WiringDocument>))]
[JsonSerializable(typeof(DashboardDocument))]
[JsonSerializable(typeof(DemoDocument))]
[JsonSerializable(typeof(ReplayDocument))]
[JsonSerializable(typeof(ReportDocument))]
[JsonSerializable(typeof(SimulationDocument))]
[JsonSerializable(typeof(BacktestDocument))]
[JsonSerializable(typeof(MonthDocument))]
[JsonSerializable(typeof(AccountDocument))]
[JsonSerializable(typeof(AngryDocument))]
[JsonSerializable(typeof(ScaleDocument))]
internal sealed partial class CliJson : JsonSerializerContext
{
    private static CliJson? _readable;
    private static CliJson? _compact;
    private static CliJson? _lines;

    /// <summary>Leaves non-ASCII characters and quotes readable.</summary>
    public static CliJson Readable => _readable ??= new CliJson(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>On one line, and with non-ASCII characters and quotes readable.</summary>
    public static CliJson Lines => _lines ??= new CliJson(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = false,
    });

    /// <summary>On one line, and with everything escaped that could mean something in HTML.</summary>
    public static CliJson Compact => _compact ??= new CliJson(new JsonSerializerOptions(Default.Options) { WriteIndented = false });
}
