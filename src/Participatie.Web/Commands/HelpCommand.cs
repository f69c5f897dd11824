using System.CommandLine;

namespace Participatie.Web.Commands;

public static class HelpCommand
{
    public static Command Create(RootCommand root)
    {
        var name = new Argument<string?>("command") { Arity = ArgumentArity.ZeroOrOne, Description = "The command to explain." };
        var help = new Command("help", "Shows what a command does and how to use it.") { name };
        help.SetAction((parsed, ct) => root.Parse(parsed.GetValue(name) is { } command ? [command, "--help"] : ["--help"]).InvokeAsync(cancellationToken: ct));
        return help;
    }
}
