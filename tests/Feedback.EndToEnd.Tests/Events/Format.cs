namespace Feedback.EndToEnd.Tests.Events;

internal enum Format
{
    /// <summary>Event publishing of a configuration set: it carries the tags that name it.</summary>
    Published,

    /// <summary>A feedback notification of an identity: nothing names the configuration set.</summary>
    Identity,
}
