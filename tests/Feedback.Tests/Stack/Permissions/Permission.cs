namespace Feedback.Tests.Stack.Permissions;

/// <summary>An action on a resource. A resource of the template goes by its logical id, any other by its ARN as the template writes it.</summary>
internal sealed record Permission(string Action, string Resource)
{
    public override string ToString() => $"{Action} on {Resource}";
}
