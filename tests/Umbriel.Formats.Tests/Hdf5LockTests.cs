using Umbriel.Core;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Formats.Tests;

/// <summary>Others may hold locks on files, and file systems may have none.</summary>
public sealed class Hdf5LockTests : IDisposable
{
    private static readonly double[] Values = [1.0, 2.5, -3.0];

    private readonly TemporaryFolder scratch = new();

    private string File => Path.Combine(scratch.Path, "x.h5");

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData(FileShare.None)]
    [InlineData(FileShare.Read)]
    public void A_file_that_is_locked_is_read_and_written(FileShare share)
    {
        Write();
        // .NET holds flock's exclusive lock for FileShare.None, its shared one for FileShare.Read.
        using FileStream holder = new(File, FileMode.Open, FileAccess.Read, share);
        IsFree().ShouldBeFalse();

        Read();
        Write();
        Read();
    }

    [Fact]
    public void No_lock_is_held_while_a_file_is_open()
    {
        using (Hdf5Writer writer = Hdf5Writer.Create(File))
        {
            IsFree().ShouldBeTrue();
            writer.Finish();
        }

        using Hdf5Reader reader = Hdf5Reader.Open(File);
        IsFree().ShouldBeTrue();
    }

    /// <summary>Whether another process can have the exclusive lock.</summary>
    private bool IsFree()
    {
        (int code, _, string error) = Tool.Run("/usr/bin/flock", "--exclusive", "--nonblock", File, "/bin/true");
        code.ShouldBeOneOf(0, 1);
        error.ShouldBeEmpty();
        return code == 0;
    }

    private void Write()
    {
        using Hdf5Writer writer = Hdf5Writer.Create(File);
        using (Hdf5Column<double> column = writer.CreateColumn<double>("/x", "", ""))
        {
            column.Append(Values);
        }

        writer.Finish();
    }

    private void Read()
    {
        using Hdf5Reader reader = Hdf5Reader.Open(File);
        reader.Read<double>("/x").ShouldBe(Values);
    }
}
