namespace Feedback.Cli.Wiring;

/// <summary>What <c>feedback wire</c> does about the second detector.</summary>
internal enum DetectorChoice
{
    /// <summary>Creates and updates the alarms of each set, and deletes those of sets that are gone.</summary>
    On,

    /// <summary>Deletes the alarms that this command created.</summary>
    Off,

    /// <summary>Leaves all alarms as they are.</summary>
    Keep,
}
