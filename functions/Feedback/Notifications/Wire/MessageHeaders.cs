namespace Feedback.Notifications.Wire;

/// <summary>Reads <c>mail.headers</c>: the headers of the message, if the identity is configured to include them.</summary>
internal static class MessageHeaders
{
    private const string Owner = "mail.headers";

    internal static string? ConfigurationSet(JsonField headers)
    {
        if (!headers.IsPresent)
        {
            return null;
        }

        for (var list = headers.Array(); list.Next();)
        {
            JsonField name = new(Owner, "name"u8), value = new(Owner, "value"u8);
            for (var fields = list.Current.Object(); fields.Next();)
            {
                _ = fields.Take(ref name) || fields.Take(ref value);
            }

            if (name.IsPresent && name.IsIgnoringCase("X-SES-CONFIGURATION-SET"u8))
            {
                return ConfigurationSetName.Check(value.Text()?.Trim(), value);
            }
        }

        return null;
    }
}
