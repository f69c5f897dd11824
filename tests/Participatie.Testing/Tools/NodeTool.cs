using System.Diagnostics;
using System.Text;

namespace Participatie.Testing.Tools;

/// <summary>A script of <c>tests/tools</c>, run by Node with packages that are not ours: it reads standard input and answers on standard output.</summary>
public static class NodeTool
{
    private const string Folder = "tests/tools";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Runs a script. Skips the test when its packages are not installed.</summary>
    /// <param name="script">Its name.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="within">How long it may take, where that is longer than others do.</param>
    public static async Task<string> RunAsync(string script, string input, TimeSpan? within = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(within ?? Patience);
        using var node = Start(script);
        var output = node.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = node.StandardError.ReadToEndAsync(patience.Token);
        await node.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
        node.StandardInput.Close();
        await node.WaitForExitAsync(patience.Token);
        Assert.True(node.ExitCode == 0, await errors);
        return await output;
    }

    /// <summary>Starts a script that talks for a while; who closes its input ends it.</summary>
    public static Process Start(string script)
    {
        Assert.SkipUnless(Directory.Exists(Repository.File($"{Folder}/node_modules")), $"Not installed: run 'npm ci' in {Folder}.");
        return Process.Start(new ProcessStartInfo("node", [Repository.File($"{Folder}/{script}")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
    }
}
