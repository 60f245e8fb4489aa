namespace Feedback.Local.Services;

/// <summary>How a client spoke. One service may be spoken to in several, by the SDK's version.</summary>
internal enum AwsProtocol
{
    RestJson,
    Json,
    Query,
    Cbor,
}
