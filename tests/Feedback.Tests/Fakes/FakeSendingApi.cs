using Feedback.Acting;
using Feedback.Reputation;

namespace Feedback.Tests.Fakes;

/// <summary>SES's configuration sets.</summary>
internal sealed class FakeSendingApi(Faults faults) : ISendingApi
{
    /// <summary>Whether each set sends; sets that are not here do not exist.</summary>
    internal Dictionary<string, bool> Sets { get; } = [];

    /// <summary>Every change that SES took, as <c>set:True</c>.</summary>
    internal List<string> Changes { get; } = [];

    /// <summary>SES takes the call and changes nothing.</summary>
    internal bool Lies { get; set; }

    /// <summary>Every entity that was asked about.</summary>
    internal List<string> Asked { get; } = [];

    public Task<bool?> IsEnabledAsync(ReputationEntity entity, CancellationToken cancellationToken) =>
        faults.CallAsync("ses.Get", () => Ask(entity), cancellationToken);

    private bool? Ask(ReputationEntity entity)
    {
        Asked.Add(entity.Name);
        return Sets.TryGetValue(entity.Name, out var sends) ? sends : null;
    }

    public Task<bool> SetEnabledAsync(ReputationEntity entity, bool enabled, CancellationToken cancellationToken) =>
        faults.CallAsync("ses.Put", () =>
        {
            if (!Sets.TryGetValue(entity.Name, out var sends))
            {
                return false;
            }

            Changes.Add($"{entity.Name}:{enabled}");
            Sets[entity.Name] = Lies ? sends : enabled;
            return true;
        }, cancellationToken);

    internal void Throttle(int times = int.MaxValue)
    {
        faults.Fail("ses.Get", () => new SendingApiException("SES throttles.", inner: null), times);
        faults.Fail("ses.Put", () => new SendingApiException("SES throttles.", inner: null), times);
    }

    internal void Relent()
    {
        faults.Heal("ses.Get");
        faults.Heal("ses.Put");
    }

}
