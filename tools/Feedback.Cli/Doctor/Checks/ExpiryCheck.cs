using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds tables whose items never expire.</summary>
internal sealed class ExpiryCheck : ICheck
{
    private const string Attribute = "ExpiresAt";

    public IEnumerable<Finding> Judge(SetUp setUp) => setUp.Tables.Where(table => table.ExpiresBy != Attribute).Select(table => new Finding(
        Severity.Warning,
        "ttl",
        table.Name,
        table.ExpiresBy is null ? "Time to live is off." : $"Time to live looks at {table.ExpiresBy} instead of {Attribute}.",
        "Old items are never deleted: the table grows, and what is kept of recipients stays longer than it should.",
        $"aws dynamodb update-time-to-live --table-name {table.Name} --time-to-live-specification Enabled=true,AttributeName={Attribute}"));
}
