using System.Globalization;

namespace Feedback.Aws;

/// <summary>The clock of this machine differs too much from that of AWS to decide anything by it.</summary>
/// <param name="ahead">How far AWS is ahead; negative if the machine is.</param>
internal sealed class ClockSkewException(TimeSpan ahead) : Exception(string.Create(
    CultureInfo.InvariantCulture,
    $"The clock of this machine is {ahead.Duration().TotalMinutes:0} minutes {(ahead > TimeSpan.Zero ? "behind" : "ahead of")} AWS's. "
        + $"Set it, then run the command again."));
