using System.Text;
using Amazon.S3;
using Feedback.Aws.S3;
using Feedback.Inbound;
using Feedback.Local.Services;
using Feedback.Tests.Local;

namespace Feedback.Tests.Aws.S3;

public sealed class S3MailStoreTests : LocalAwsTest
{
    private const string Key = "reports/o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1";

    [Theory]
    [InlineData(4, "From")]
    [InlineData(7, "From: a")]
    [InlineData(100, "From: a")]
    public async Task ReadAsync_AMail_ReturnsItsFirstBytes(int most, string expected)
    {
        Put("From: a");

        Encoding.ASCII.GetString((await ReadAsync(most)).ShouldNotBeNull()).ShouldBe(expected);
    }

    [Fact]
    public async Task ReadAsync_AnEmptyObject_IsEmpty()
    {
        Put("");

        (await ReadAsync()).ShouldNotBeNull().ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadAsync_ADeletedMail_IsNull() => (await ReadAsync()).ShouldBeNull();

    [Fact]
    public async Task ReadAsync_S3InTrouble_Throws()
    {
        Put("From: a");
        Aws.Faults.Fail(AwsOperation.GetObject);

        await Should.ThrowAsync<AmazonS3Exception>(() => ReadAsync());
    }

    private void Put(string content) => Aws.S3.Put("mail", Key, Encoding.ASCII.GetBytes(content));

    private Task<byte[]?> ReadAsync(int most = 100) =>
        new S3MailStore(Aws.S3Client()).ReadAsync(new StoredMail("mail", Key, TimeProvider.System.GetUtcNow()), most, CancellationToken.None);
}
