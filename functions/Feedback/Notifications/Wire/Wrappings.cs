namespace Feedback.Notifications.Wire;

/// <summary>The wrappings opened on the way to SES's JSON. Each at most once, so that no body nests without end.</summary>
[Flags]
internal enum Wrappings
{
    None = 0,
    Sns = 1,
    EventBridge = 2,
}
