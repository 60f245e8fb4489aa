namespace Feedback.Local.Services;

/// <summary>The protocols of AWS clients. For some services they differ by SDK version.</summary>
internal enum AwsProtocol
{
    RestJson,
    Json,
    Query,
    Cbor,
}
