namespace Feedback.Cli.Simulation;

/// <summary>Judges a set from what happened to its mail, at the moment it happened, independently of the functions.</summary>
internal interface IOracle
{
    void Happened(SimulatedEvent happened);

    /// <summary>Evaluates the set at the beginning of a quarter of an hour: windows slide, so a set can become critical without a new event.</summary>
    void Slid(DateTimeOffset now);
}
