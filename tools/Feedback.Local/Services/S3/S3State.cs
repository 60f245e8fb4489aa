using System.Collections.Concurrent;

namespace Feedback.Local.Services.S3;

/// <summary>The objects of all buckets.</summary>
internal sealed class S3State
{
    private readonly ConcurrentDictionary<(string Bucket, string Key), byte[]> _objects = [];

    public void Put(string bucket, string key, byte[] content) => _objects[(bucket, key)] = content;

    public void Delete(string bucket, string key) => _objects.TryRemove((bucket, key), out _);

    public byte[]? Find(string bucket, string key) => _objects.GetValueOrDefault((bucket, key));
}
