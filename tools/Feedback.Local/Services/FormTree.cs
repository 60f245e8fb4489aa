using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;

namespace Feedback.Local.Services;

/// <summary>Converts the Query protocol's flat names (<c>MetricData.member.1.Value</c>) to the equivalent JSON tree.</summary>
internal static class FormTree
{
    public static JsonObject Read(Dictionary<string, StringValues> form)
    {
        var root = new JsonObject();
        foreach (var (name, value) in form)
        {
            Put(root, name.Split('.'), value.ToString());
        }

        return root;
    }

    private static void Put(JsonObject node, ReadOnlySpan<string> path, string value)
    {
        switch (path)
        {
            case [var name]:
                node[name] = value;
                break;
            case [var name, "member" or "entry", var number]:
                Item(node, name, number, out var list, out var at);
                list[at] = value;
                break;
            case [var name, "member" or "entry", var number, .. var rest]:
                Item(node, name, number, out list, out at);
                Put((JsonObject)(list[at] ??= new JsonObject()), rest, value);
                break;
            case [var name, .. var rest]:
                Put((JsonObject)(node[name] ??= new JsonObject()), rest, value);
                break;
        }
    }

    private static void Item(JsonObject node, string name, string number, out JsonArray list, out int at)
    {
        list = (JsonArray)(node[name] ??= new JsonArray());
        at = int.Parse(number, CultureInfo.InvariantCulture) - 1;
        while (list.Count <= at)
        {
            list.Add(null);
        }
    }
}
