namespace Feedback.Notifications.Wire;

/// <summary>Reads <c>mail.tags</c>, which maps a name to an array of strings. Tags that senders add are ignored.</summary>
internal static class Tags
{
    internal static (string? ConfigurationSet, string? TenantName) Read(JsonField tags)
    {
        if (!tags.IsPresent)
        {
            return default;
        }

        JsonField configurationSet = new("mail.tags", "ses:configuration-set"u8), tenantName = new("mail.tags", "ses:tenant-name"u8);
        for (var fields = tags.Object(); fields.Next();)
        {
            _ = fields.Take(ref configurationSet) || fields.Take(ref tenantName);
        }

        return (ConfigurationSetName.Check(First(configurationSet), configurationSet), First(tenantName));
    }

    private static string? First(JsonField tag)
    {
        if (!tag.IsPresent)
        {
            return null;
        }

        var values = tag.Array();
        return values.Next() ? values.Current.Text() : null;
    }
}
