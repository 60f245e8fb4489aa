namespace Feedback.Cli.Simulation.Account;

/// <summary>A set that sends evenly. From <paramref name="BadFrom"/> on, 12 % of its mail bounces hard and 0.3 % draws complaints.</summary>
internal sealed record SteadySender(string Name, double Rate, double HardShare, double ComplaintShare, DateTimeOffset? BadFrom) : ISendingPattern
{
    public bool IsBad => BadFrom is not null;

    public double PerMinute(DateTimeOffset time) => Rate;

    public double Hard(DateTimeOffset time) => time >= BadFrom ? 0.12 : HardShare;

    public double Complaint(DateTimeOffset time) => time >= BadFrom ? 0.003 : ComplaintShare;
}
