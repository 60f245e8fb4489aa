using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Sending;

namespace Feedback.Cli.Status;

/// <summary>Reads how the subjects stand, by the same sums as the functions decide on.</summary>
internal sealed class StatusReader(IStateStore states, IPolicyStore policies, Evaluator evaluator)
{
    /// <summary>The subjects that are known, or those of them that were asked for; the worst first.</summary>
    public async Task<IReadOnlyList<SubjectStatus>> ReadAsync(IReadOnlyCollection<Subject> wanted, CancellationToken cancellation)
    {
        var known = await states.AllAsync(cancellation);
        var read = new List<SubjectStatus>();
        foreach (var state in known.Where(state => wanted.Count == 0 || wanted.Contains(state.Subject)))
        {
            var policy = await policies.GetAsync(state.Subject, cancellation);
            read.Add(new SubjectStatus(state, policy, await evaluator.AssessAsync(state, policy, cancellation)));
        }

        return [.. read.OrderByDescending(status => status.Severity).ThenBy(status => status.State.Subject.Key, StringComparer.Ordinal)];
    }
}
