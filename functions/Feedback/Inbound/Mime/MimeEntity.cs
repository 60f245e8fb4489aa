using System.Text;

namespace Feedback.Inbound.Mime;

/// <summary>
/// A mail or a part of one. Reads what reports need of MIME and no more, in linear time, whatever is sent: never throws. What is inside of a
/// forwarded mail (<c>message/rfc822</c>) is text here, not parts: a report that a person forwards is no report.
/// </summary>
internal sealed class MimeEntity
{
    /// <summary>A report has three parts, sometimes inside of another multipart that a gateway has put around it.</summary>
    private const int MostDepth = 4;
    private const int MostParts = 50;

    private readonly string _body;

    private MimeEntity(string text)
    {
        var at = 0;
        Headers = HeaderFields.Read(text, ref at);
        _body = text[at..];
        Type = ContentType.Parse(Headers.First("Content-Type"));
    }

    internal HeaderFields Headers { get; }

    internal ContentType Type { get; }

    /// <summary>The decoded body. Bytes that are no UTF-8 become U+FFFD, which no address may have.</summary>
    internal string Text => Encoding.UTF8.GetString(TransferEncoding.Decode(Headers.First("Content-Transfer-Encoding"), _body));

    internal static MimeEntity Read(ReadOnlySpan<byte> mail) => new(Encoding.Latin1.GetString(mail));

    /// <summary>The entity and all parts below it, in order.</summary>
    internal IEnumerable<MimeEntity> All() => All(MostDepth);

    private IEnumerable<MimeEntity> All(int depth) => Type is { IsMultipart: true, Boundary: { } boundary } && depth > 0
        ? MultipartBody.Split(_body, boundary).Take(MostParts).SelectMany(part => new MimeEntity(part).All(depth - 1)).Prepend(this)
        : [this];
}
