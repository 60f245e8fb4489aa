using System.Text.Json;
using Amazon.SimpleEmailV2.Model;

namespace Amazon.SimpleEmailV2.Internal;

/// <summary>Writes a mail as SES reads it. What isn't set is left out.</summary>
internal static class Mails
{
    public static void Write(Utf8JsonWriter json, SendEmailRequest mail)
    {
        Text(json, "ConfigurationSetName", mail.ConfigurationSetName);
        Object(json, "Content", mail.Content, content => Object(json, "Simple", content.Simple, message =>
        {
            Object(json, "Body", message.Body, body =>
            {
                Content(json, "Html", body.Html);
                Content(json, "Text", body.Text);
            });
            Headers(json, message.Headers);
            Content(json, "Subject", message.Subject);
        }));
        Object(json, "Destination", mail.Destination, destination =>
        {
            if (destination.ToAddresses is { Count: > 0 } addresses)
            {
                json.WriteStartArray("ToAddresses");
                addresses.ForEach(json.WriteStringValue);
                json.WriteEndArray();
            }
        });
        Text(json, "FromEmailAddress", mail.FromEmailAddress);
    }

    private static void Headers(Utf8JsonWriter json, List<MessageHeader> headers)
    {
        if (headers is not { Count: > 0 })
        {
            return;
        }

        json.WriteStartArray("Headers");
        foreach (var header in headers)
        {
            json.WriteStartObject();
            Text(json, "Name", header.Name);
            Text(json, "Value", header.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Content(Utf8JsonWriter json, string name, Content content) => Object(json, name, content, text =>
    {
        Text(json, "Charset", text.Charset);
        Text(json, "Data", text.Data);
    });

    private static void Object<T>(Utf8JsonWriter json, string name, T value, Action<T> members)
        where T : class
    {
        if (value is not null)
        {
            json.WriteStartObject(name);
            members(value);
            json.WriteEndObject();
        }
    }

    private static void Text(Utf8JsonWriter json, string name, string value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
