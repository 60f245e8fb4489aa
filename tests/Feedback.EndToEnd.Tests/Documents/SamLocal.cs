using System.Text.Json.Nodes;
using Feedback.Local.Lambda;
using Feedback.Local.Templates;

namespace Feedback.EndToEnd.Tests.Documents;

/// <summary>
/// Does what <c>sam local invoke</c> does, without its container: starts the built function with the template's variables, of which those
/// in the file for <c>--env-vars</c> are replaced. As with credentials on the machine, <c>AWS::AccountId</c> is their account.
/// </summary>
internal static class SamLocal
{
    private static readonly StackSettings OfTheCredentials = new() { AccountId = "999999999999" };

    /// <param name="function">Its logical id.</param>
    /// <param name="payload">Lambda's event.</param>
    /// <param name="variables">The content of events/env.json.</param>
    public static async Task<Invocation> InvokeAsync(string function, string payload, string variables)
    {
        var template = Template.Load();
        var declared = template.EnvironmentOf(function, OfTheCredentials);
        var replaced = JsonNode.Parse(variables)!["Parameters"]!.AsObject()
            .Where(variable => declared.ContainsKey(variable.Key))
            .ToDictionary(variable => variable.Key, variable => (string)variable.Value!);
        await using var host = await LambdaHost.StartAsync(template, function, Artifact.Folder, replaced, OfTheCredentials);
        return await host.InvokeAsync(payload);
    }
}
