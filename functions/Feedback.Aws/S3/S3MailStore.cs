using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Feedback.Inbound;

namespace Feedback.Aws.S3;

/// <inheritdoc cref="IMailStore"/>
internal sealed class S3MailStore(IAmazonS3 s3) : IMailStore
{
    public async Task<byte[]?> ReadAsync(StoredMail mail, int most, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await s3.GetObjectAsync(
                new GetObjectRequest { BucketName = mail.Bucket, Key = mail.Key, ByteRange = new ByteRange(0, most - 1) }, cancellationToken);
            using var bytes = new MemoryStream();
            await response.ResponseStream.CopyToAsync(bytes, cancellationToken);
            return bytes.ToArray();
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "NoSuchKey")
        {
            return null;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            // S3 refuses any range of an empty object.
            return [];
        }
    }
}
