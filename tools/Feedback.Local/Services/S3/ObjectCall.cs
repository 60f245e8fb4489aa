namespace Feedback.Local.Services.S3;

/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The object's key.</param>
/// <param name="From">The first byte asked for.</param>
/// <param name="To">The last byte asked for; null for all that follow.</param>
internal sealed record ObjectCall(string Bucket, string Key, long From, long? To) : AwsCall(AwsOperation.GetObject);
