using PostmortemAction.Core.Incidents;

namespace PostmortemAction.Core.Tests.Incidents;

public class PercentageTests
{
    [Theory]
    [InlineData("Not all users were affected.")]
    [InlineData("Almost all users saw errors.")]
    [InlineData("Nearly every user saw errors.")]
    [InlineData("All users except the EU saw errors.")]
    [InlineData("All but two customers saw errors.")]
    [InlineData("All users in the EU saw errors.")]
    [InlineData("Except for the EU, all users saw errors.")]
    [InlineData("All users of the beta saw errors.")]
    [InlineData("More than half of our users saw errors.")]
    [InlineData("About half of our users saw errors.")]
    [InlineData("We feared that all users were affected.")]
    [InlineData("All users could still log in, nobody was affected.")]
    [InlineData("We feared that 80% of users were affected.")]
    [InlineData("Less than 5% of users saw errors.")]
    [InlineData("Up to 30% of users saw errors.")]
    [InlineData("Not 30% of users were affected.")]
    [InlineData("The feature was on for everyone instead of 10% of users.")]
    [InlineData("40% of users in France could not pay.")]
    [InlineData("100% of customers on Android 12 could not pay.")]
    [InlineData("30% of our users in the EU saw errors.")]
    public void What_is_no_figure_of_all_users_is_none(string text) => Assert.Equal((null, null), (Percentage.InText(text), Told(text)));

    [Theory]
    [InlineData("All users saw errors.", 100.0)]
    [InlineData("Half of our users were affected.", 50.0)]
    [InlineData("It failed for all of our paying customers.", 100.0)]
    [InlineData("30% of users saw errors, that is 30 % of our customers.", 30.0)]
    [InlineData("Nearly 30% of users saw errors.", 30.0)]
    [InlineData("30% of users in our shop saw errors.", 30.0)]
    [InlineData("30% of users on the platform saw errors.", 30.0)]
    [InlineData("30% of users. In France nobody noticed.", 30.0)]
    [InlineData("It was not nice: 30% of users saw errors.", 30.0)]
    public void A_share_of_all_users_is_one(string text, double percent) => Assert.Equal((percent, null), (Percentage.InText(text), Told(text)));

    [Theory]
    [InlineData("2 % of users in Germany, 80 % of users in France", "2% and 80%")]
    [InlineData("It looked as if 80% of users were affected, it were 5%.", "80% and 5%")]
    [InlineData("We feared that 80% of users were affected, it were 5%.", "80% and 5%")]
    [InlineData("80% of users were affected. Later 5% of our customers.", "80% and 5%")]
    public void Of_two_different_shares_neither_is_taken_and_it_is_said(string text, string both)
    {
        Assert.Null(Percentage.InText(text));
        Assert.Contains(both, Told(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nearly all")]
    [InlineData("almost everyone")]
    [InlineData("not all")]
    [InlineData("less than 5%")]
    [InlineData("over 30%")]
    [InlineData("up to 30 %")]
    [InlineData("at least 30%")]
    [InlineData("< 5%")]
    [InlineData("<5%")]
    [InlineData(">5 %")]
    [InlineData("not 5%")]
    [InlineData("all users except the EU")]
    [InlineData("40% of users in France")]
    [InlineData("100% of Android users")]
    [InlineData("60 % of premium customers")]
    public void A_bound_or_an_exception_in_the_field_is_no_figure_and_it_is_said(string answer)
    {
        var postmortem = Records.Assemble(("Users affected", answer));

        Assert.Null(postmortem.Incident.UsersAffectedPercent);
        Assert.Contains(postmortem.Problems, problem => problem is { Code: "percent-unreadable", Fix: "Write the share of users as one figure, such as `30%`." });
    }

    [Fact]
    public void Two_shares_in_the_field_are_said() =>
        Assert.Contains(
            Records.Assemble(("Users affected", "2 % of users in Germany, 80 % of users in France")).Problems,
            problem => problem.Code == "percent-differs");

    [Theory]
    [InlineData("all users ")]
    [InlineData("5% of users ")]
    [InlineData("5% ")]
    public void A_long_text_costs_no_more_than_it_is_long(string part) =>
        Growth.IsLinear(length => Growth.Heap(part, length), text => Percentage.InText(text));

    private static string? Told(string impact) =>
        Records.Assemble(("Impact", impact)).Problems.FirstOrDefault(problem => problem.Code.StartsWith("percent", StringComparison.Ordinal))?.Message;
}
