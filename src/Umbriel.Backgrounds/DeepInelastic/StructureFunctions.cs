namespace Umbriel.Backgrounds.DeepInelastic;

/// <summary>Weak structure functions of a nucleon; F4 = 0 and xF5 = F2 (C. H. Albright, C. Jarlskog, Nucl. Phys. B 84 (1975) 467).</summary>
/// <param name="F1">F1.</param>
/// <param name="F2">F2.</param>
/// <param name="F3">F3, positive for more quarks than antiquarks, for neutrinos and antineutrinos.</param>
/// <param name="F5">F5, in the normalisation in which dσ has −m_l²/(2ME) F5.</param>
public readonly record struct StructureFunctions(double F1, double F2, double F3, double F5);
