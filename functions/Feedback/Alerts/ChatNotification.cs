using System.Text.Json;
using System.Text.Json.Serialization;

namespace Feedback.Alerts;

/// <summary>
/// A custom notification of Amazon Q Developer in chat applications, which shows it in Slack, Microsoft Teams or Amazon Chime. The names are
/// those of its schema; it drops a message that doesn't follow it without a word.
/// </summary>
internal sealed partial record ChatNotification(ChatNotification.Body Content, ChatNotification.Facts Metadata)
{
    /// <summary>The only version there is.</summary>
    public string Version { get; } = "1.0";

    /// <summary>Tells the notification from those of AWS's services.</summary>
    public string Source { get; } = "custom";

    public required string Id { get; init; }

    internal string ToJson() => JsonSerializer.Serialize(this, ChatJson.Default.ChatNotification);

    /// <summary>What the channel shows, in the chat's own markdown.</summary>
    internal sealed record Body(string Title, string Description, IReadOnlyList<string> NextSteps, IReadOnlyList<string> Keywords)
    {
        public string TextType { get; } = "client-markdown";
    }

    /// <summary>What the channel sorts by, and what custom actions take their variables from.</summary>
    /// <param name="ThreadId">Groups the notifications of one entity in a thread, where the channel's preferences allow it.</param>
    /// <param name="Summary">The line that announces an update of the thread.</param>
    /// <param name="EventType">The alert's kind.</param>
    /// <param name="RelatedResources">The ARN of the configuration set.</param>
    /// <param name="AdditionalContext">Facts by name; the schema takes texts only.</param>
    internal sealed record Facts(
        string ThreadId,
        string Summary,
        string EventType,
        IReadOnlyList<string> RelatedResources,
        IReadOnlyDictionary<string, string> AdditionalContext);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(ChatNotification))]
    private sealed partial class ChatJson : JsonSerializerContext;
}
