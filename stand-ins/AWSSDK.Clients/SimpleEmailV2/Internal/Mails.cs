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
            Object(json, "Body", message.Body, body => Object(json, "Text", body.Text, text => Text(json, "Data", text.Data)));
            Object(json, "Subject", message.Subject, subject => Text(json, "Data", subject.Data));
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
