using Feedback.Reputation;

namespace Feedback.Configuration;

/// <summary>The account and Region that Feedback watches. A pause holds for one Region only.</summary>
internal sealed record Deployment(string AccountId, string Region)
{
    /// <summary>The account and Region of an entity: the member's, or these.</summary>
    internal Deployment Of(MemberAccount? member) => member is { } other ? new Deployment(other.AccountId, other.Region) : this;

    /// <summary>The first part of each ARN: <c>aws</c>, <c>aws-cn</c> in China, <c>aws-us-gov</c> in GovCloud.</summary>
    internal string Partition => IsIn("cn-") ? "aws-cn" : IsIn("us-gov-") ? "aws-us-gov" : "aws";

    /// <summary>The host of AWS's console for this Region.</summary>
    internal string ConsoleHost => Partition switch
    {
        "aws-cn" => $"{Region}.console.amazonaws.cn",
        "aws-us-gov" => $"{Region}.console.amazonaws-us-gov.com",
        _ => $"{Region}.console.aws.amazon.com",
    };

    private bool IsIn(string regions) => Region.StartsWith(regions, StringComparison.Ordinal);
}
