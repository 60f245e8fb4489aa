namespace Feedback.EndToEnd.Tests.Stack;

/// <summary>The functions' logical ids in template.yaml.</summary>
internal static class FunctionId
{
    internal const string Bounce = "BounceFunction";
    internal const string Complaint = "ComplaintFunction";
    internal const string Delivery = "DeliveryFunction";
    internal const string Reputation = "ReputationFunction";
    internal const string Alarm = "AlarmFunction";
    internal const string Inbound = "InboundFunction";
    internal const string SuppressionEvent = "SuppressionEventFunction";
    internal const string SuppressionMirror = "SuppressionMirrorFunction";
    internal const string Digest = "DigestFunction";
    internal const string SuppressionCheck = "SuppressionCheckFunction";

    /// <summary>Each queue function's BatchSize in template.yaml.</summary>
    internal static int BatchSize(string function) => function switch { Delivery => 1_000, Inbound => 10, _ => 100 };
}
