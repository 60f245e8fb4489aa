using Amazon.Runtime.CredentialManagement;
using Feedback.Cli.Composition;

namespace Feedback.Cli.Connecting;

/// <summary>The profile and Region that the AWS SDK uses in this process.</summary>
/// <param name="Profile">The profile's name; null for credentials from elsewhere, such as the environment.</param>
/// <param name="SsoProfile">The profile to renew with <c>aws sso login</c>; null if the login is not by SSO.</param>
/// <param name="Region">The Region; null if none is set.</param>
internal sealed record AwsLogin(string? Profile, string? SsoProfile, string? Region)
{
    private const string ProfileVariable = "AWS_PROFILE";
    private const string RegionVariable = "AWS_REGION";

    // A profile given on the command line wins over these, which the SDK would otherwise prefer.
    private static readonly string[] Credentials =
    [
        "AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN",
        "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_ROLE_ARN",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    ];

    /// <summary>Sets the variables by which the SDK chooses profile and Region.</summary>
    /// <exception cref="UsageException">The profile doesn't exist.</exception>
    public static AwsLogin Use(string? profile, string? region)
    {
        if (profile is not null)
        {
            foreach (var name in Credentials)
            {
                Environment.SetEnvironmentVariable(name, null);
            }

            Environment.SetEnvironmentVariable(ProfileVariable, profile);
        }

        var chosen = profile ?? ProfileInUse();
        var stored = chosen is null ? null : Find(chosen);
        var found = NotEmpty(region) ?? Variable(RegionVariable) ?? Variable("AWS_DEFAULT_REGION") ?? stored?.Region?.SystemName;
        Environment.SetEnvironmentVariable(RegionVariable, found);
        return new AwsLogin(chosen, SsoProfileOf(stored), found);
    }

    // A role's profile can take its credentials from a profile with SSO; that is the one to log in with.
    private static string? SsoProfileOf(CredentialProfile? profile)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (profile is not null && seen.Add(profile.Name))
        {
            if (profile.Options.SsoSession is not null || profile.Options.SsoStartUrl is not null)
            {
                return profile.Name;
            }

            profile = profile.Options.SourceProfile is { } source && Chain().TryGetProfile(source, out var next) ? next : null;
        }

        return null;
    }

    // Credentials in the environment win over AWS_PROFILE.
    private static string? ProfileInUse()
    {
        if (Variable("AWS_ACCESS_KEY_ID") is not null || Variable("AWS_WEB_IDENTITY_TOKEN_FILE") is not null)
        {
            return null;
        }

        return Variable(ProfileVariable) ?? (Chain().TryGetProfile("default", out _) ? "default" : null);
    }

    private static CredentialProfile Find(string profile) => Chain().TryGetProfile(profile, out var found)
        ? found
        : throw new UsageException($"There is no AWS profile {profile}. List the profiles with `aws configure list-profiles`.");

    private static CredentialProfileStoreChain Chain() => new(Variable("AWS_SHARED_CREDENTIALS_FILE"));

    /// <exception cref="UsageException">No Region is set.</exception>
    public void RequireRegion()
    {
        if (Region is null)
        {
            var profile = Profile is null ? "" : $", or add a region to the profile {Profile}";
            throw new UsageException($"No AWS Region is set. Give --region, or set AWS_REGION{profile}.");
        }
    }

    private static string? Variable(string name) => NotEmpty(Environment.GetEnvironmentVariable(name));

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
