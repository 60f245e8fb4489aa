using Feedback.Suppression;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Suppression;

public sealed class AddressSetTests
{
    [Fact]
    public void Contains_AddedAndOthers_TellsThemApart()
    {
        var set = new AddressSet();
        foreach (var i in Enumerable.Range(0, 2_000))
        {
            set.Add(Sample.Address($"r{i}"));
        }

        Enumerable.Range(0, 2_000).ShouldAllBe(i => set.Contains(Sample.Address($"r{i}")));
        Enumerable.Range(2_000, 2_000).ShouldAllBe(i => !set.Contains(Sample.Address($"r{i}")));
    }

    [Fact]
    public void Add_AfterAQuestion_IsFound()
    {
        var set = new AddressSet();
        set.Add(Sample.Address("bea"));
        set.Contains(Sample.Address("ann")).ShouldBeFalse();

        set.Add(Sample.Address("ann"));

        set.Contains(Sample.Address("ann")).ShouldBeTrue();
        set.Contains(Sample.Address("bea")).ShouldBeTrue();
    }
}
