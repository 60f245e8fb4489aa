using System.Text.Json;
using Amazon.Runtime.Internal;

namespace Amazon.StandIns.Protocol;

internal static class JsonBody
{
    public static void Write(IRequest request, string contentType, Action<Utf8JsonWriter> properties)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            properties(writer);
            writer.WriteEndObject();
        }

        request.Headers["Content-Type"] = contentType;
        request.Content = stream.ToArray();
    }
}
